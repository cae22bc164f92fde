import { Tag } from '~/ui/content/tag';

export const AffiliationTag = ({ verified }: { verified: boolean }) => (
  <Tag colour={verified ? 'green' : 'grey'}>{verified ? 'Confirmed' : 'Claimed'}</Tag>
);
