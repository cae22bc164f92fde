import { hasRole, isMember, type Actor, type Person } from '../../actor';
import { allow, allowIf, deny, hide, type Verdict } from '../../policy';
import { showDate, ukDay } from '../../uk-time';
import { maySeeFinding, type FindingStanding } from '../finding-policy';
import { levelNow, type FileAccess } from './file-access';

/** What decides about the files of a finding, for one who asks. */
export interface FilesStanding {
  finding: FindingStanding;
  /** Authors of any version who have an account. */
  authorIds: string[];
  access: FileAccess | null;
  /** Until when the one who asks was given access. */
  grantedUntil: Date | null;
}

const ifSeen = (actor: Actor, { finding }: FilesStanding, verdict: () => Verdict): Verdict => {
  const seen = maySeeFinding(actor, finding);
  return seen.kind === 'allow' ? verdict() : seen;
};

/** Its submitter, whoever writes its draft, its authors with an account, and the coordinators. */
export const keepsFiles = (actor: Actor, { finding, authorIds }: FilesStanding): actor is Person =>
  isMember(actor) &&
  (finding.submittedById === actor.id ||
    finding.open?.createdById === actor.id ||
    (finding.everPublished && authorIds.includes(actor.id)) ||
    (finding.everSubmitted && hasRole(actor, 'coordinator')));

const isGranted = (actor: Actor, until: Date | null): boolean =>
  isMember(actor) && until !== null && until >= ukDay(actor.asOf);

function whyClosed(access: FileAccess | null): string {
  if (access?.level === 'embargoed' && access.opensOn)
    return `The files of this finding are under embargo until ${showDate(access.opensOn)}: ${access.reason}`;
  return `The files of this finding are restricted: ${access?.reason ?? ''}`;
}

/** The one rule of every way to the files of a finding, whatever version they belong to. */
export const mayReadFiles = (actor: Actor, files: FilesStanding): Verdict =>
  ifSeen(actor, files, () => {
    if (levelNow(files.access, actor.asOf) === 'open' || keepsFiles(actor, files)) return allow;
    return allowIf(isGranted(actor, files.grantedUntil), whyClosed(files.access));
  });

/** Opening, closing, giving access and making links. */
export const mayKeepFiles = (actor: Actor, files: FilesStanding): Verdict =>
  ifSeen(actor, files, () => {
    if (!keepsFiles(actor, files))
      return deny('Only its authors and the coordinators decide who may read the files of a finding.');
    return allowIf(files.finding.state !== 'retracted', 'This finding is retracted, and its files with it.');
  });

/** Grants and links are about what others can know of. */
export const mayGiveFiles = (actor: Actor, files: FilesStanding): Verdict => {
  const keeps = mayKeepFiles(actor, files);
  if (keeps.kind !== 'allow') return keeps;
  return allowIf(files.finding.everPublished, 'This finding is not published.');
};

export const mayAskForFiles = (actor: Actor, files: FilesStanding): Verdict =>
  ifSeen(actor, files, () => {
    if (!isMember(actor)) return deny('Only verified members of the network can ask for access.');
    if (!files.finding.everPublished || files.finding.state === 'retracted') return hide;
    return allowIf(mayReadFiles(actor, files).kind !== 'allow', 'You can read these files already.');
  });
