import { withParts } from '../scale/with-parts';

const BEFORE_ALL = '2019-01-01';
const DATED = {
  created_at: ['term', 'priority_set', 'framework'],
  recorded_at: ['term_version', 'priority_set_version', 'framework_version', 'crosswalk'],
};

/** The lists of terms, priorities and frameworks were there before anything that is made: else no past day had any. */
export const setUpLongAgo = (): Promise<void> =>
  withParts(Object.values(DATED).flat(), async (client) => {
    for (const [column, tables] of Object.entries(DATED))
      for (const table of tables) await client.query(`UPDATE ${table} SET ${column} = '${BEFORE_ALL}'`);
  });
