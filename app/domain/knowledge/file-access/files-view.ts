import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import type { FindingStanding } from '../finding-policy';
import { levelNow, type FileAccess } from './file-access';
import { mayAskForFiles, mayGiveFiles, mayKeepFiles, mayReadFiles } from './file-policy';
import { authorsWithAccount } from './authors-with-account';

interface Row {
  versions: Parameters<typeof authorsWithAccount>[0];
  fileAccess: (Omit<FileAccess, 'opensOn'> & { opensOn: string | null }) | null;
  filesUntil: Date | null;
}

/** What a page says of the files of a finding; how many there are is part of the record, their names are not. */
export function filesView(actor: Actor, row: Row, finding: FindingStanding, count: number) {
  const opensOn = row.fileAccess?.opensOn ? new Date(row.fileAccess.opensOn) : null;
  const access = row.fileAccess && { ...row.fileAccess, opensOn };
  const files = {
    finding,
    access,
    authorIds: authorsWithAccount(row.versions),
    grantedUntil: row.filesUntil,
  };
  const level = levelNow(access, actor.asOf);
  return {
    count,
    level,
    opensOn: level === 'embargoed' ? opensOn : null,
    reason: level === 'open' ? '' : (access?.reason ?? ''),
    grantedUntil: row.filesUntil,
    may: {
      read: isAllowed(mayReadFiles(actor, files)),
      keep: isAllowed(mayKeepFiles(actor, files)),
      give: isAllowed(mayGiveFiles(actor, files)),
      ask: count > 0 && isAllowed(mayAskForFiles(actor, files)),
    },
  };
}
export type FilesView = ReturnType<typeof filesView>;
