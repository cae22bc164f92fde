import { HELD_KIND_NAMES } from '~/domain/succession/holding';
import { showReference } from '~/domain/reference';
import { ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { cookieFor } from '../../support/journey/session';
import type { Site } from '../non-interference/site';
import type { Cast } from './cast';

export interface Org {
  id: string;
  reference: string;
  name: string;
}

type Fields = [name: string, value: string][];

/** The pages of a reorganisation as people use them: forms sent to a real server. */
export class Desk {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly site: Site) {}

  async ask(path: string, personId: string, form?: Fields): Promise<{ status: number; text: string }> {
    const cookie = this.cookies.get(personId) ?? (await cookieFor(personId));
    this.cookies.set(personId, cookie);
    const asker = { cookie, token: undefined };
    const text = form
      ? await this.site.send(path, asker, new URLSearchParams(form))
      : await this.site.ask(path, asker);
    return { status: Number(text.slice(0, 3)), text };
  }

  async addOrganisation({ proposer }: Cast, name: string, kind: string): Promise<Org> {
    const form: Fields = Object.entries({ name, kind, changeNote: 'Made for a reorganisation' });
    const { status, text } = await this.ask('/organisations/new', proposer, form);
    if (status !== 303) throw new Error(`${name} was not added: ${text.slice(0, 2_000)}`);
    return database().organisation.findFirstOrThrow({
      where: { name },
      select: { id: true, reference: true, name: true },
    });
  }

  async propose(
    { proposer }: Cast,
    { reference }: Org,
    kind: string,
    { others, successors }: { others: Org[]; successors: Org[] },
  ): Promise<string> {
    const [year = '', month = '', day = ''] = ukDay(await soundingsNow(database()))
      .toISOString()
      .slice(0, 10)
      .split('-');
    const { status, text } = await this.ask(
      `/organisations/${showReference(reference)}/reorganise`,
      proposer,
      [
        ...Object.entries({ kind, basis: 'The Police and Departments Act' }),
        ...Object.entries({ 'effectiveOn.day': day, 'effectiveOn.month': month, 'effectiveOn.year': year }),
        ...others.map((one): [string, string] => ['others', one.reference]),
        ...successors.map((one): [string, string] => ['successors', one.reference]),
      ],
    );
    const at = /^location: \/reorganisations\/([\w-]+)$/m.exec(text)?.[1];
    if (status !== 303 || !at) throw new Error(`${kind} was not proposed: ${text.slice(0, 2_000)}`);
    return at;
  }

  async name(
    { proposer }: Cast,
    at: string,
    organisations: Org[],
    person: { reference: string },
  ): Promise<void> {
    for (const { reference, name } of organisations) {
      const path = `/reorganisations/${at}/people/${showReference(reference)}`;
      const { status, text } = await this.ask(path, proposer, [['person', person.reference]]);
      if (status !== 303) throw new Error(`nobody was named for ${name}: ${text.slice(0, 2_000)}`);
    }
  }

  confirm = async ({ confirmer }: Cast, at: string, by = confirmer): Promise<number> =>
    (await this.ask(`/reorganisations/${at}/confirm`, by, [])).status;

  complete = async ({ proposer }: Cast, at: string): Promise<number> =>
    (await this.ask(`/reorganisations/${at}/complete`, proposer, [])).status;

  acceptAll = async (at: string, by: { id: string }): Promise<number> => {
    const form: Fields = Object.entries({ answer: 'accepted', which: 'all' });
    return (await this.ask(`/reorganisations/${at}/handovers`, by.id, form)).status;
  };

  /** Kind by kind to one or the other, people one by one to both. Says how many kinds there were. */
  async divide({ proposer }: Cast, at: string, from: Org, heirs: Org[]): Promise<number> {
    let kinds = 0;
    for (const kind of HELD_KIND_NAMES) {
      const rows = await database().$queryRaw<{ item: string }[]>`
        SELECT item FROM soundings.held_item
        WHERE holder_id = ${from.id}::uuid AND kind = ${kind} AND label IS NOT NULL ORDER BY item`;
      if (rows.length === 0) continue;
      const path = `/reorganisations/${at}/items?kind=${kind}`;
      const to = heirs[kinds % heirs.length]?.reference ?? '';
      kinds += 1;
      await this.ask(path, proposer, Object.entries({ which: 'all', to }));
      if (kind !== 'affiliation') continue;
      const other = heirs[kinds % heirs.length]?.reference ?? '';
      const half = rows
        .filter((_, place) => place % 2 === 1)
        .map(({ item }): [string, string] => ['items', item]);
      if (half.length > 0)
        await this.ask(path, proposer, [...Object.entries({ which: 'chosen', to: other }), ...half]);
    }
    return kinds;
  }
}
