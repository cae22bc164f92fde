const ALONE = `
  /strategy /strategy/direction /strategy/ranking /strategy/ranking.csv /strategy/weights /strategy/compare
  /strategy/compare.csv /strategy/following /strategy/health /strategy/understanding /strategy/indicators
  /strategy/coverage /strategy/coverage.csv /strategy/illicit-finance /business-models /joint-sets /terms
  /map /map.csv /map.ods /map/records /map/overlap /map/capacity /demand /demand/log
  /money /money/lines /money/lines.csv /money/bands /money/alignment /money/objectives
  /money/score-and-spend /money/score-and-spend.csv`;
const OF_ONE =
  'threat-areas priorities frameworks priority-sets terms indicators objectives joint-sets money/lines'.split(
    ' ',
  );

const alone = new Set(ALONE.trim().split(/\s+/));
const ofOne = new RegExp(`^/(${OF_ONE.join('|')})/(?!(new|new-interim|propose)$)[^/]+$`);
const below = /^\/(threat-areas\/[^/]+\/understanding|indicators\/[^/]+\/points\.csv)$/;

/** Whether the page at this address can be shown as of a day, by `?on=`. */
export const takesDay = (path: string): boolean => alone.has(path) || ofOne.test(path) || below.test(path);
