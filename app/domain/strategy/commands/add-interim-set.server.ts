import { command } from '../../command.server';
import { refuseField } from '../../refusal';
import { slugFromName } from '../../taxonomy/wording';
import { isoDay, showDate, ukDay } from '../../uk-time';
import { addInterimSetInput, interimName, latestExpiry } from '../interim/interim-form';
import { mayAddInterimSetFor } from '../interim/interim-policy';
import { newPriorities, wrongWithNames } from '../new-priorities';
import { prioritiesOf } from '../strategy-form';

/** What comes first for one organisation while nothing wider is agreed; it expires by itself. */
export const addInterimSet = command({
  name: 'strategy.addInterimSet',
  input: addInterimSetInput,
  load: async ({ tx, input }) => {
    const team = await tx.team.findFirst({
      where: { reference: input.team, closedAt: null },
      select: { id: true, organisationId: true },
    });
    if (!team) return null;
    const slug = slugFromName(`${interimName(input.document)} ${isoDay(input.startsOn)}`);
    const known = await tx.prioritySet.findUnique({ where: { slug }, select: { id: true } });
    const where = { scheme: 'threatArea', retiredAt: null } as const;
    return { team, slug, known, areas: await tx.term.findMany({ where, select: { id: true, name: true } }) };
  },
  authorise: (actor, { team }) => mayAddInterimSetFor(actor, team),
  decide: ({ input, loaded: { team, slug, known, areas }, actor, now, newId, newReference }) => {
    if (known)
      return refuseField('PrioritySetExists', 'document', 'A set of this name and start exists already');
    const { startsOn, expiresOn, kind, note } = input;
    if (expiresOn < startsOn || expiresOn < ukDay(now))
      return refuseField('SetIsOver', 'expiresOn', 'It must not expire before it starts, nor before today');
    const latest = latestExpiry(startsOn);
    if (expiresOn > latest)
      return refuseField(
        'ExpiryIsTooLate',
        'expiresOn',
        `Two years are the most: ${showDate(latest)} or before`,
      );
    const names = prioritiesOf(input.priorities);
    const wrong = wrongWithNames(names);
    if (wrong) return wrong;
    const id = newId();
    const said = { document: interimName(input.document), kind, note, standing: 'current' as const };
    const written = { startsWritten: isoDay(startsOn), endsWritten: isoDay(expiresOn) };
    return {
      change: {
        row: {
          ...{ id, reference: newReference(), slug, ...said, ...written, startsOn, endsOn: expiresOn },
          ...{
            interim: true,
            ownerOrganisationId: team.organisationId,
            ownerTeamId: team.id,
            createdAt: now,
          },
        },
        priorities: newPriorities({ names, areas, newId, newReference }),
        version: {
          ...{ id: newId(), number: 1, content: { ...said, ...written, priorities: names } },
          ...{ changeNote: 'Interim set added', holdsFrom: startsOn, recordedAt: now },
          recordedById: actor.kind === 'person' ? actor.id : null,
        },
      },
      facts: [
        {
          name: 'InterimSetWasAdded',
          noun: 'prioritySet',
          nounId: id,
          data: { teamId: team.id, expiresOn: written.endsWritten, count: names.length },
        },
      ],
    };
  },
  save: async ({ tx }, { row, priorities, version }) => {
    await tx.prioritySet.create({
      data: { ...row, priorities: { create: priorities }, versions: { create: version } },
    });
    return { slug: row.slug };
  },
});
