import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { paths } from '~/paths';
import { SidePanel } from '~/ui/layout/side-panel';
import { LinkList } from '~/ui/navigation/link-list';

/** What this reader may do with this finding now. */
export function FindingActions({ finding }: { finding: FindingView }) {
  const { reference, may, state, releasedAt } = finding;
  const current = state === 'published';
  const actions = [
    may.edit && { href: paths.checkFinding(reference), text: 'Go on with the draft' },
    may.review && { href: paths.reviewFinding(reference), text: 'Review this' },
    may.startVersion && { href: paths.newFindingVersion(reference), text: 'Start a new version' },
    may.curate && {
      href: paths.releaseFinding(reference),
      text: releasedAt ? 'Withdraw the release' : 'Release to the public',
    },
    may.editTags && { href: paths.findingTags(reference), text: 'Change its tags' },
    may.curate && current && { href: paths.reaffirmFinding(reference), text: 'Confirm that it still stands' },
    may.curate && current && { href: paths.supersedeFinding(reference), text: 'Supersede it by another' },
    may.curate && state !== 'retracted' && { href: paths.retractFinding(reference), text: 'Retract it' },
    may.request && { href: paths.askAbout(reference, 'inclusion'), text: 'Propose it for a collection' },
    may.request &&
      current && { href: paths.askAbout(reference, 'merge'), text: 'Ask to merge it into another' },
    may.request &&
      finding.files.may.keep &&
      !may.curate && { href: paths.askAbout(reference, 'deletion'), text: 'Ask for its deletion' },
    may.seePeople && finding.publishedAt && { href: paths.findingDiscussion(reference), text: 'Discussion' },
    may.seePeople && finding.publishedAt && { href: paths.history('finding', reference), text: 'History' },
  ].filter((action) => action !== false && action !== null);
  if (actions.length === 0) return null;
  return (
    <SidePanel title="What you can do" label="What you can do">
      <LinkList links={actions} />
    </SidePanel>
  );
}
