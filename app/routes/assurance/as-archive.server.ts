/** A ZIP to keep, which nothing between here and its reader may hold on to. */
export const asArchive = (archive: Uint8Array, name: string): Response =>
  new Response(new Uint8Array(archive), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(archive.length),
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
