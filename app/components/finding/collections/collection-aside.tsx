import { PROPOSER_WORDS, REVIEW_WORDS } from '~/domain/knowledge/collections/collection';
import type { CollectionView } from '~/domain/knowledge/queries/collection-page.server';
import { paths } from '~/paths';
import { Facts } from '~/ui/layout/facts';
import { SidePanel } from '~/ui/layout/side-panel';
import { LinkList } from '~/ui/navigation/link-list';

/** Beside a collection: who keeps it, by which rules, and what the reader may do. */
export function CollectionAside({ collection }: { collection: CollectionView }) {
  const { slug, may, curators, closed, proposers, review } = collection;
  const links = [
    may.add && { href: paths.addToCollection(slug), text: 'Add a finding' },
    may.propose && { href: paths.findings(), text: 'Find a finding to propose' },
    may.keep && { href: paths.editCollection(slug), text: 'Change the collection' },
    may.keep && { href: paths.collectionCurators(slug), text: 'Curators' },
    curators.length > 0 && { href: paths.collectionHistory(slug), text: 'What came in and went' },
  ].filter((link) => link !== false);
  return (
    <>
      {links.length > 0 && (
        <SidePanel title="What you can do" label="What you can do">
          <LinkList links={links} />
        </SidePanel>
      )}
      <SidePanel title="About this collection" label="About this collection">
        <Facts
          items={[
            { name: 'Open', value: closed ? 'No, nothing comes in any more' : 'Yes' },
            { name: 'Who may propose', value: PROPOSER_WORDS[proposers] },
            { name: 'How a finding comes in', value: REVIEW_WORDS[review] },
            ...(curators.length > 0
              ? [{ name: 'Curators', value: curators.map(({ name }) => name).join(', ') }]
              : []),
          ]}
        />
      </SidePanel>
    </>
  );
}
