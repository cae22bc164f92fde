import { addCapability } from '~/domain/governance/capabilities/commands/add-capability.server';
import { addGroup } from '~/domain/governance/groups/commands/add-group.server';
import { addGroupMember } from '~/domain/governance/groups/commands/add-group-member.server';
import { closeGroup } from '~/domain/governance/groups/commands/close-group.server';
import { mergeGroups } from '~/domain/governance/groups/commands/merge-groups.server';
import { recordDecision } from '~/domain/governance/groups/commands/record-decision.server';
import { giveResponsibility } from '~/domain/governance/responsibilities/commands/give-responsibility.server';
import { addDays, isoDay } from '~/domain/uk-time';
import { database } from '~/platform/db.server';
import { CAPABILITIES, GROUPS, ROLES_HELD, type GroupStory } from '../content/governance';
import { HISTORY_DAYS, todayOfMachine } from '../replay/clock';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

const BY = 'eleanor';
const RECORDED = 200;
const ENDED = 120;

/** A coordinator records which groups there are, who does what, and what organisations can do. */
export const governanceHappenings = (play: Play): Happening[] => {
  const references = new Map<string, string>();
  const ending = GROUPS.filter(({ ended }) => ended);
  return [
    ...GROUPS.map((story) => ({
      ...{ daysAgo: RECORDED, what: `group “${story.name}”: record` },
      run: async () => void references.set(story.key, await record(play, story)),
    })),
    ...ending.map((story) => ({
      ...{ daysAgo: ENDED, what: `group “${story.name}”: end` },
      run: () => end(play, story, references),
    })),
    { daysAgo: RECORDED, what: 'who does what', run: () => giveRoles(play) },
    { daysAgo: RECORDED, what: 'capabilities', run: () => addCapabilities(play) },
  ];
};

async function record(play: Play, story: GroupStory): Promise<string> {
  const { name, kind, purpose, threats, strands, levels, cadence, openedOn } = story;
  const [chair = '', ...others] = story.members.map((slug) => play.organisation(slug).reference);
  const { reference } = await play.does(BY, addGroup, {
    ...{ name, kind, purpose, threatAreas: threats, enablers: [], strands, levels, cadence, openedOn, chair },
    ...{ chairRole: 'Director', sources: 'Invented for the demonstration' },
  });
  for (const organisation of others)
    await play.does(BY, addGroupMember, { group: reference, organisation, startsOn: openedOn });
  for (const [decidedOn, what] of story.decisions ?? [])
    await play.does(BY, recordDecision, { group: reference, decidedOn, what });
  return reference;
}

async function end(play: Play, { key, ended, members }: GroupStory, references: Map<string, string>) {
  const endedOn = isoDay(addDays(await todayOfMachine(), -ENDED - 10));
  const said = { group: references.get(key) ?? '', endedOn, reason: ended?.why };
  if (!ended?.into) return void (await play.does(BY, closeGroup, said));
  const into = references.get(ended.into) ?? '';
  const coming = members.map((slug) => play.organisation(slug).reference);
  await play.does(BY, mergeGroups, { ...said, into, members: coming });
}

async function giveRoles(play: Play): Promise<void> {
  const startsOn = isoDay(addDays(await todayOfMachine(), -HISTORY_DAYS));
  for (const { threat, role, organisation, level } of ROLES_HELD) {
    const where = { scheme_slug: { scheme: 'threatArea' as const, slug: threat } };
    const { reference } = await database().term.findUniqueOrThrow({ where, select: { reference: true } });
    await play.does(BY, giveResponsibility, {
      ...{ kind: 'threatArea', subject: reference, role, startsOn, ...(level ? { level } : {}) },
      organisation: play.organisation(organisation).reference,
    });
  }
}

async function addCapabilities(play: Play): Promise<void> {
  for (const { stage, owner, users, threats, ...said } of CAPABILITIES)
    await play.does(BY, addCapability, {
      ...{ ...said, kind: stage ? 'held' : 'wanted', stage: stage ?? '', level: 'national' },
      ...{ owner: play.organisation(owner).reference, threatAreas: threats },
      users: users.map((slug) => play.organisation(slug).reference),
    });
}
