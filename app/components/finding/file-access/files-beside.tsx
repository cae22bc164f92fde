import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { showSize } from '../file-size';

const words = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

/** The files of a finding for who may read them; for others how many there are, why they are closed and what to do. */
export function FilesBeside({ finding }: { finding: FindingView }) {
  const { files, version, reference } = finding;
  return (
    <>
      {!files.may.read && (
        <p className="govuk-body-s">
          {words(files.count)},{' '}
          {files.opensOn ? `under embargo until ${showDate(files.opensOn)}` : 'restricted'}: {files.reason}
        </p>
      )}
      {files.may.read && (
        <ul className="govuk-list">
          {version.files.map((file) => (
            <li key={file.reference}>
              <a className="govuk-link" href={paths.findingFile(reference, file.reference)}>
                {file.name}
              </a>{' '}
              ({showSize(file.size)}
              {!file.scannedAt && ', not scanned for viruses'})
            </li>
          ))}
        </ul>
      )}
      {files.may.read && files.level !== 'open' && (
        <p className="govuk-hint">
          {files.opensOn ? `Others can read them from ${showDate(files.opensOn)}` : 'Not open to others'}
          {files.grantedUntil &&
            !files.may.keep &&
            `. Your access lasts until ${showDate(files.grantedUntil)}`}
        </p>
      )}
      {files.may.ask && (
        <a className="govuk-link" href={paths.askAbout(reference, 'access')}>
          Ask for access
        </a>
      )}
      {files.may.keep && (
        <a className="govuk-link" href={paths.fileAccess(reference)}>
          Who may read the files
        </a>
      )}
    </>
  );
}
