import { mapViewShape } from '~/domain/insight/map/map-view';

/** The past day that an address beside the map may ask for. */
export const dayShape = { on: mapViewShape.on };
