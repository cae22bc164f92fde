import { notFound } from '~/web/reply.server';

export const loader = () => {
  throw notFound();
};

export const action = loader;

/** Never shown: both loader and action answer with the error page. */
export default function NotFound() {
  return null;
}
