export const CAPABILITY_KINDS = { held: 'Capability', wanted: 'Gap' } as const;
export type CapabilityKind = keyof typeof CAPABILITY_KINDS;
export const capabilityKinds = Object.keys(CAPABILITY_KINDS) as [CapabilityKind, ...CapabilityKind[]];

export const STAGES = {
  idea: 'Idea',
  building: 'Being built',
  trial: 'On trial',
  inUse: 'In use',
  retired: 'Retired',
} as const;
export type Stage = keyof typeof STAGES;
export const stages = Object.keys(STAGES) as [Stage, ...Stage[]];
