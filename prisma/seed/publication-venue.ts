import type { WorkKind } from '~/domain/knowledge/citations/work-kinds';

/** Where a publication appeared, taken apart; what cannot be told apart stays in the venue as it was written. */
export interface PublicationVenue {
  kind: WorkKind;
  venue: string;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  publisher: string | null;
}

const PAGES = String.raw`(?<pages>\d+\s*[-–]\s*\d+|e?\d+)`;
const PATTERNS = [
  // Journal of Drug Issues 49(4), 739-755
  new RegExp(String.raw`^(?<venue>.+?) (?<volume>\d+)\((?<issue>[\d-]+)\)(?:, ${PAGES})?$`),
  // Trends in Organized Crime, no. 4, 301-323
  new RegExp(String.raw`^(?<venue>.+?), no\. (?<issue>\d+)(?:, ${PAGES})?$`),
  // Trends & issues in crime and criminal justice no. 669, 1-13
  new RegExp(String.raw`^(?<venue>.+?) no\. (?<issue>\d+)(?: \((?<publisher>[^)]+)\))?(?:, ${PAGES})?$`),
  // Crime Science 9:14
  /^(?<venue>.+?) (?<volume>\d+):(?<pages>\d+)$/,
  // Crime, Media, Culture 13, 69-84
  new RegExp(String.raw`^(?<venue>.+?) (?<volume>\d+), ${PAGES}$`),
  // Policing County Lines (Springer), 19-52
  new RegExp(String.raw`^(?<venue>.+?) \((?<publisher>Springer|Routledge)\), ${PAGES}$`),
  // Global Crime, 107-121
  new RegExp(String.raw`^(?<venue>.+?), ${PAGES}$`),
  // Crime and Justice 49
  /^(?<venue>[A-Z][A-Za-z& ]+) (?<volume>\d{1,3})$/,
];

const BOOK_PUBLISHER = /^(Palgrave Macmillan|Oxford University Press|Agenda Publishing)\b/;

function kindOf(venue: string): WorkKind {
  if (/\bthesis\b/i.test(venue)) return 'thesis';
  if (/\b(arXiv|CrimRxiv)\b/.test(venue)) return 'preprint';
  if (BOOK_PUBLISHER.test(venue)) return 'book';
  if (/Handbook|\((Springer|Routledge)\)|chapter from/.test(venue)) return 'chapter';
  if (/Conference|Forum \d/.test(venue)) return 'conference';
  const isReport =
    /\b(report|evaluation|RUSI|HMIC|Home Office|Publications Office|Foundation|Global Initiative|no\. 583)\b/i.test(
      venue,
    );
  return isReport ? 'report' : 'article';
}

export function takeApart(written: string): PublicationVenue {
  const kind = kindOf(written);
  const whole = { kind, venue: written, volume: null, issue: null, pages: null, publisher: null };
  if (kind === 'book') return { ...whole, venue: '', publisher: written };
  for (const pattern of PATTERNS) {
    const found = pattern.exec(written)?.groups;
    if (!found) continue;
    const { venue = written, volume = null, issue = null, pages = null, publisher = null } = found;
    return { kind, venue, volume, issue, pages, publisher };
  }
  return whole;
}
