import { makePerson } from './people';

/** One person of each kind that comes to a page, by id. A visitor has none. */
export async function makeReaders() {
  const [unverified, member, auditor, committee, coordinator, second, administrator] = await Promise.all([
    makePerson({ verified: false, name: 'Una Verified' }),
    makePerson({ expert: true, name: 'Mel Member' }),
    makePerson({ roles: ['auditor'], name: 'Odi Torr' }),
    makePerson({ roles: ['committeeReader'], name: 'Cam Mittee' }),
    makePerson({ roles: ['coordinator'], name: 'Cora Nator' }),
    makePerson({ roles: ['coordinator'], name: 'Kori Nator' }),
    makePerson({ roles: ['administrator'], name: 'Ada Minister' }),
  ]);
  return {
    unverified: unverified.id,
    member: member.id,
    auditor: auditor.id,
    committee: committee.id,
    coordinator: coordinator.id,
    second: second.id,
    administrator: administrator.id,
  };
}

export type Readers = Awaited<ReturnType<typeof makeReaders>>;

/** Words that break pages made carelessly: markup, SQL, other scripts, signs that turn the line round. */
export const HOSTILE = `<script>alert(1)</script> '; DROP TABLE finding; -- "quoted" \u202Eright to left\u202C 🦑 \\ {{x}} ${'${y}'}`;

/** Ids sort by the time they were made, as those of the product do. */
export { newId } from '~/platform/ids.server';
