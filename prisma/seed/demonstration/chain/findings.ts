import { publishFinding } from '~/domain/knowledge/commands/publish-finding.server';
import { releaseFinding } from '~/domain/knowledge/commands/release-finding.server';
import { saveFindingContent } from '~/domain/knowledge/commands/save-finding-content.server';
import { submitFinding } from '~/domain/knowledge/commands/submit-finding.server';
import { database } from '~/platform/db.server';
import type { Play } from '../replay/play';
import type { FindingStory } from '../story';
import type { Happening } from '../replay/timeline';

/** Where a finding belongs; those of a question are its own. */
export interface Tagged {
  threats: string[];
  strands: string[];
  levels: string[];
  enablers?: string[];
}

interface Drafting {
  writer: string;
  start: () => Promise<{ reference: string }>;
  finding: FindingStory;
  text: { summary: string; limits: string };
  tags: Tagged;
}

/** Written up, sent, reviewed and published by a coordinator, and perhaps released. */
export function findingHappenings(play: Play, drafting: Drafting): Happening[] {
  const { finding, writer } = drafting;
  const about = (what: string) => `finding ${finding.key}: ${what}`;
  const by = () => ({ reference: play.finding(finding.key) });
  const happenings: Happening[] = [
    { daysAgo: finding.published + 4, what: about('write'), run: () => write(play, drafting) },
    { daysAgo: finding.published + 3, what: about('send'), run: () => play.does(writer, submitFinding, by()) },
    { daysAgo: finding.published, what: about('publish'), run: () => play.does('samuel', publishFinding, by()) },
  ];
  const { released: reason } = finding;
  if (reason)
    happenings.push({
      daysAgo: finding.published - 2,
      what: about('release'),
      run: () => play.does('eleanor', releaseFinding, { ...by(), reason }),
    });
  return happenings;
}

async function write(play: Play, { writer, start, finding, text, tags }: Drafting): Promise<void> {
  const { reference } = await start();
  play.findings.set(finding.key, reference);
  const { studyType, keyMessages, methods, licence } = finding;
  const { threats: threatAreas, strands, levels, enablers = [] } = tags;
  const version = await database().findingVersion.findFirstOrThrow({
    where: { finding: { reference } },
    select: { revision: true },
  });
  await play.does(writer, saveFindingContent, {
    reference,
    revision: version.revision,
    threatAreas,
    strands,
    enablers,
    levels,
    studyType,
    keyMessages,
    methods,
    licence,
    ...text,
    cases: finding.cases.map(([priority, reason]) => ({ priority: play.priority(priority), text: reason })),
  });
}
