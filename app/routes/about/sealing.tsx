import { pageTitle } from '~/web/page-title';
import { PageBody } from '~/ui/layout/page-body';

export const meta = () => pageTitle('How bids are sealed');

export default function Sealing() {
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">How bids are sealed</h1>
      <p className="govuk-body-l">
        Nobody can read a bid before it is opened, and nobody can open it before the deadline.
      </p>
      <ol className="govuk-list govuk-list--number">
        <li>A draft is encrypted under a key of its own from the first word you save.</li>
        <li>
          Submitting seals the bid to the public key of the question. Where the route says so, the price is
          sealed to a second key, which is used only after quality is agreed.
        </li>
        <li>
          You get a receipt: a signature over a fingerprint of exactly what was sealed, and when. Anybody can
          check it.
        </li>
        <li>
          A bid counts if the clock of the database, read while the bid is recorded, is before the closing
          instant. Equal time is late. Until then even the number of bids is secret from everyone.
        </li>
        <li>
          Opening takes the deadline and, on a competition, two people: the moderator and the budget holder.
          Opening gives no right to read: only the panel reads, after each of them has declared their
          interests, and each reading is recorded.
        </li>
      </ol>
      <h2 className="govuk-heading-m">What this does not protect against</h2>
      <p className="govuk-body">
        The key that protects the keys lives in a file outside the database. Somebody who holds both that file
        and the database could open bids early. Whoever runs the installation should keep the two apart, and a
        copy of the key file in a safe place: without it sealed bids cannot be opened by anybody.
      </p>
    </PageBody>
  );
}
