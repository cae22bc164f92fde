import { database } from '~/platform/db.server';
import { run } from '~/domain/command.server';
import { addInterimSet } from '~/domain/strategy/commands/add-interim-set.server';
import { describeObjective } from '~/domain/strategy/commands/describe-objective.server';
import { proposeJointSet } from '~/domain/strategy/commands/joint/propose-joint-set.server';
import { publishJointSet } from '~/domain/strategy/commands/joint/publish-joint-set.server';
import { reviseJointSet } from '~/domain/strategy/commands/joint/revise-joint-set.server';
import { signJointSet } from '~/domain/strategy/commands/joint/sign-joint-set.server';
import { withdrawJointSet } from '~/domain/strategy/commands/joint/withdraw-joint-set.server';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { done } from '../outcome';
import { makeSuccessor } from './holdings';
import { actorFor } from './people';
import { makeReorganisation, takeOver } from './reorganisations';
import { makeOwner, type Owner } from './strategy-cast';
import { visitorNow } from './visitor';

/** A joint set that is revised, signed, published and withdrawn, of owners that are renamed and merged, with what else they own, on five days. */
export async function makeJointHistory(keeper: string) {
  const db = database();
  const [one, other] = [await makeOwner('Signs early'), await makeOwner('Signs late')];
  const owners = `${one.organisation.slug}\n${other.organisation.slug}`;
  const text = { document: 'Long ours', kind: 'threat', startsWritten: '2026', endsWritten: '', owners };
  const proposed = await run(proposeJointSet, await actorFor(one.id), {
    ...{ ...text, note: '', priorities: 'Ports' },
  });
  const { reference } = done(proposed);
  const now = async () => (await visitorNow()).asOf;

  const sign = async (owner: Owner) => {
    const [row] = await db.$queryRaw<{ hash: string }[]>`
      SELECT soundings.joint_set_hash(id) AS hash FROM joint_set WHERE reference = ${reference}`;
    const signed = { reference, organisation: owner.organisation.slug, textHash: row?.hash ?? '' };
    done(await run(signJointSet, await actorFor(owner.id), signed));
  };
  const heir = await makeSuccessor('Heir of it', one.organisation.kind);
  const startsOn = isoDay(ukDay(await now()));
  const interim = await run(addInterimSet, await actorFor(one.id), {
    ...{
      team: one.team.reference,
      document: 'Aims until then',
      kind: 'outcome',
      priorities: 'Ports',
      note: 'For now',
    },
    ...{ startsOn, expiresOn: isoDay(addDays(ukDay(await now()), 90)) },
  });
  const { slug } = done(interim);
  const last = {
    where: { framework: { slug: 'soc-strategy-2023' } },
    orderBy: { position: 'desc' as const },
  };
  const { reference: item } = await db.frameworkItem.findFirstOrThrow(last);
  let merger: Awaited<ReturnType<typeof makeReorganisation>> | undefined;

  const steps = [
    async () => {
      await sign(one);
      const said = {
        owner: other.organisation.name,
        measure: '',
        costPounds: '',
        areas: [],
        changeNote: 'Theirs',
      };
      done(await run(describeObjective, await actorFor(keeper), { reference: item, number: 0, ...said }));
    },
    async () => {
      const { revision } = await db.jointSet.findUniqueOrThrow({ where: { reference } });
      const changed = { ...text, document: 'Ours for long', note: 'Wider', priorities: 'Ports\nAirports' };
      done(await run(reviseJointSet, await actorFor(other.id), { reference, revision, ...changed }));
    },
    async () => {
      await sign(one);
      await sign(other);
      const { id } = one.organisation;
      await db.organisation.update({ where: { id }, data: { name: 'Signed early' } });
      const ending = [one.organisation, other.organisation];
      merger = await makeReorganisation({ kind: 'merge', ending, successors: [heir] });
    },
    async () => {
      done(await run(publishJointSet, await actorFor(one.id), { reference }));
      if (merger) await takeOver(merger, [heir]);
    },
    async () => {
      await db.organisation.update({ where: { id: heir.id }, data: { name: 'Heir, renamed' } });
      done(await run(withdrawJointSet, await actorFor(keeper), { reference, reason: 'Overtaken' }));
    },
  ];
  return { steps, things: { joint: reference, interim: slug } };
}
