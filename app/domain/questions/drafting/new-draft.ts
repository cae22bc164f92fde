interface Starting {
  id: string;
  reference: string;
  title: string;
  team: { id: string };
  route: { id: string; priceScored: boolean; takesBids: boolean };
  authorId: string;
  now: Date;
}

/** The row of a draft that was just started. */
export const newDraft = ({ id, reference, title, team, route, authorId, now }: Starting) => ({
  id,
  reference,
  title,
  teamId: team.id,
  routeId: route.id,
  authorId,
  qualityWeight: route.takesBids && route.priceScored ? 70 : 100,
  priceWeight: route.takesBids && route.priceScored ? 30 : 0,
  createdAt: now,
  updatedAt: now,
});
