import type { SetOnDay } from '../on-day/sets-on-day.server';

export interface Followed {
  slug: string;
  document: string;
}

export interface Follower {
  reference: string;
  organisation: string;
  organisationSlug: string;
  framework: Followed | null;
  set: Followed | null;
  startsOn: Date;
  endsOn: Date | null;
  note: string;
}

export interface OneSided {
  name: string;
  /** Threat areas it covers that the other set does not. */
  areas: string[];
}

export interface Divergence {
  one: Followed;
  other: Followed;
  followers: { one: string[]; other: string[] };
  /** Priorities with a threat area that no priority of the other set covers. */
  onlyInOne: OneSided[];
  onlyInOther: OneSided[];
  shared: string[];
  /** Priorities that are mapped to no threat area: they cannot be compared, and are not dropped. */
  unmapped: string[];
}

type Mapped = Pick<SetOnDay, 'slug' | 'document' | 'priorities'>;

const areasOf = ({ priorities }: Mapped) =>
  new Map(priorities.flatMap(({ areas }) => areas.map((a) => [a.slug, a.name])));

function onlyIn(set: Mapped, other: ReadonlyMap<string, string>): OneSided[] {
  return set.priorities.flatMap(({ name, areas }) => {
    const alone = areas.filter(({ slug }) => !other.has(slug));
    return alone.length > 0 ? [{ name, areas: alone.map((area) => area.name) }] : [];
  });
}

/** What is in one set and not in the other, by the threat areas their priorities cover. */
export function differenceOf(one: Mapped, other: Mapped): Omit<Divergence, 'followers'> {
  const [oneCovers, otherCovers] = [areasOf(one), areasOf(other)];
  const bare = ({ slug, document }: Mapped) => ({ slug, document });
  const loose = (set: Mapped) => set.priorities.filter(({ areas }) => areas.length === 0);
  return {
    one: bare(one),
    other: bare(other),
    onlyInOne: onlyIn(one, otherCovers),
    onlyInOther: onlyIn(other, oneCovers),
    shared: [...oneCovers].filter(([slug]) => otherCovers.has(slug)).map(([, name]) => name),
    unmapped: [...loose(one), ...loose(other)].map(({ name }) => name),
  };
}

/** Every two followed sets that differ, with who follows which. */
export function divergences(followers: readonly Follower[], sets: readonly Mapped[]): Divergence[] {
  const followed = sets.filter(({ slug }) => followers.some(({ set }) => set?.slug === slug));
  const who = (slug: string) =>
    followers.filter(({ set }) => set?.slug === slug).map(({ organisation }) => organisation);
  return followed.flatMap((one, index) =>
    followed.slice(index + 1).map((other) => ({
      ...differenceOf(one, other),
      followers: { one: who(one.slug), other: who(other.slug) },
    })),
  );
}

/** Frameworks that different organisations follow at once, with who follows which; none where all agree. */
export function frameworksApart(followers: readonly Follower[]): (Followed & { followers: string[] })[] {
  const bySlug = new Map<string, Followed & { followers: string[] }>();
  for (const { framework, organisation } of followers) {
    if (!framework) continue;
    const held = bySlug.get(framework.slug) ?? { ...framework, followers: [] };
    bySlug.set(framework.slug, { ...held, followers: [...held.followers, organisation] });
  }
  return bySlug.size > 1 ? [...bySlug.values()] : [];
}
