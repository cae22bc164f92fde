import { Client } from 'pg';

export const PLANTED = 50;
const padded = (place: number): string => String(place).padStart(2, '0');

/** Signs that files write in other ways than people do. */
const SIGNS = ['', '-', ' ', '"', '&', '<', 'é', "'", '\\', '/'];

/** Words that nobody else writes; of the secret ones some hold signs that JSON, pages and addresses escape. */
export const SECRETS = Array.from(
  { length: PLANTED },
  (_, place) => `zorvex${SIGNS[place % SIGNS.length] ?? ''}quill${padded(place)}kestrel`,
);
export const PUBLIC = Array.from({ length: PLANTED }, (_, place) => `plainfern${padded(place)}meadow`);

export interface PlantedRow {
  bidId: string;
  criterionId: string;
  personId: string;
}

/**
 * Plants a secret and a public word beside each other in the reason of a score, and every fifth secret once more
 * in the minutes, in capitals. Whoever rules the database writes it, past every trigger.
 */
export async function plantWords(url: string, questionId: string): Promise<PlantedRow[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    const { rows } = await client.query<PlantedRow>(
      `SELECT s.bid_id AS "bidId", s.criterion_id AS "criterionId", s.person_id AS "personId" FROM score s
       JOIN bid b ON b.id = s.bid_id WHERE b.question_id = $1 AND s.submitted_at IS NOT NULL
       ORDER BY s.bid_id, s.criterion_id, s.person_id LIMIT $2`,
      [questionId, PLANTED],
    );
    for (const [place, { bidId, criterionId, personId }] of rows.entries())
      await client.query(
        'UPDATE score SET reason = $4 WHERE bid_id = $1 AND criterion_id = $2 AND person_id = $3',
        [
          bidId,
          criterionId,
          personId,
          `The ${PUBLIC[place]} was weighed against ${SECRETS[place]}, and held.`,
        ],
      );
    const again = SECRETS.filter((_, place) => place % 5 === 0).map((word) => word.toUpperCase());
    await client.query(`UPDATE moderation_meeting SET minutes = minutes || $2 WHERE question_id = $1`, [
      questionId,
      ` Also said: ${again.join('; ')}.`,
    ]);
    return rows;
  } finally {
    await client.end();
  }
}

const inBase64 = (word: string): string[] =>
  [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]).toString('base64');
    // What the neighbours of the word decide is cut off at both ends.
    return encoded.slice(shift === 0 ? 0 : shift + 1, -4);
  });

/** A word as it could stand in a file: plain, in JSON, in a page, in an address, in base64. */
export const formsOf = (word: string): string[] => [
  ...new Set(
    [
      word,
      JSON.stringify(word).slice(1, -1),
      encodeURIComponent(word),
      encodeURIComponent(word).replaceAll('%20', '+'),
      word
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;'),
    ].map((form) => form.toLowerCase()),
  ),
];

/** Which of the words stand in these files, in any of their forms and whatever their case. */
export function wordsIn(files: ReadonlyMap<string, string>, words: readonly string[]): string[] {
  const all = [...files].map(([name, text]) => `${name}\n${text}`).join('\n');
  const lower = all.toLowerCase();
  return words.filter(
    (word) =>
      formsOf(word).some((form) => lower.includes(form)) || inBase64(word).some((form) => all.includes(form)),
  );
}
