/** The priorities that the invented questions and findings are tied to, by set and slug. */
export const P = {
  soc: 'spr-2023/serious-and-organised-crime',
  cyberIncident: 'spr-2023/national-cyber-incident',
  childAbuse: 'spr-2023/child-sexual-abuse',
  integrity: 'hs-2022-23/protect-uk-integrity',
  highestHarm: 'hs-2022-23/dismantle-highest-harm-groups',
  coordinate: 'hs-2022-23/lead-and-coordinate',
  hostile: 'hs-2022-23/hostile-states-elites-cyber-economic',
  wider: 'hs-2022-23/wider-crime-and-security-strategy',
  victims: 'hs-2021-22/fewer-victims-of-exploitation',
  communities: 'hs-2021-22/less-impact-on-communities',
  economy: 'hs-2021-22/less-economic-harm',
} as const;

/** Four criteria instead of the default six, for studies of middling size. */
export const FOUR_CRITERIA: [name: string, weight: number, minimum?: number][] = [
  ['Understanding of the problem and policy use', 25],
  ['Method and design', 35, 2],
  ['Team and track record', 20],
  ['Data access, ethics and delivery', 20],
];
