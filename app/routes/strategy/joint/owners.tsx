import { showInstant } from '~/domain/uk-time';
import { Tag } from '~/ui/content/tag';
import { ScrollingTable } from '~/ui/content/scrolling-table';

export interface OwnerShown {
  name: string;
  /** The successor that answers for it now. */
  answeredForBy: string | null;
  signed: boolean;
  signedBefore: boolean;
  signature: { by: string; at: string } | null;
}

/** Who owns a set and whether they stand behind its text as it is. */
export function Owners({ owners }: { owners: readonly OwnerShown[] }) {
  return (
    <ScrollingTable
      name="Owners and signatures"
      head={['Organisation', 'Signed', 'By whom and when']}
      rows={owners.map(({ name, answeredForBy, signed, signedBefore, signature }) => [
        answeredForBy ? `${name}, for which ${answeredForBy} answers now` : name,
        signed ? (
          <Tag key="signed" colour="green">
            Signed
          </Tag>
        ) : (
          <Tag key="open" colour="yellow">
            {signedBefore ? 'Signed an earlier text' : 'Not signed'}
          </Tag>
        ),
        signature ? `${signature.by}, ${showInstant(signature.at)}` : '',
      ])}
    />
  );
}
