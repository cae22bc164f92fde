/** Signs that PostgreSQL reads as “anything” in a pattern, meant as themselves. */
const plain = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** For a column that holds this text in whatever case: Prisma asks for a pattern there, not for the text itself. */
export const sameText = (text: string) => ({ equals: plain(text), mode: 'insensitive' as const });

/** For a column that holds this text somewhere, in whatever case. */
export const holdingText = (text: string) => ({ contains: plain(text), mode: 'insensitive' as const });
