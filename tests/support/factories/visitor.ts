import type { Visitor } from '~/domain/actor';
import { visitorArriving } from '~/domain/people/queries/actor-of.server';

export const visitorNow = async (): Promise<Visitor> => (await visitorArriving()).visitor;
