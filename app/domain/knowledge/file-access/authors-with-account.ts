interface Version {
  publishedAt: Date | string | null;
  authors: { personId: string | null }[];
}

/** Authors of what was published; whoever a draft names is nobody yet. */
export const authorsWithAccount = (versions: Version[]): string[] =>
  versions
    .filter(({ publishedAt }) => publishedAt !== null)
    .flatMap(({ authors }) => authors.flatMap(({ personId }) => personId ?? []));
