/** A file for a spreadsheet, kept by nobody on the way. */
export const csvFile = (name: string, text: string): Response =>
  new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="soundings-${name}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
