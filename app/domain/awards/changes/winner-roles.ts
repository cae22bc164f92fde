/** As what somebody comes to the work of an award; its lead stays who led the bid. */
export const WINNER_ROLES = ['editor', 'partner'] as const;
