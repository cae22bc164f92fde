import type { ImportState } from '~/domain/knowledge/imports/bibliography-import';
import { Tag } from '~/ui/content/tag';

const TAGS = {
  'dry run': { colour: 'yellow', text: 'Not imported yet' },
  'carried out': { colour: 'green', text: 'Imported' },
  undone: { colour: 'grey', text: 'Undone' },
} as const;

export const ImportTag = ({ state }: { state: ImportState }) => (
  <Tag colour={TAGS[state].colour}>{TAGS[state].text}</Tag>
);
