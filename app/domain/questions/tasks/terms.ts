import { optionalMoneyInput, optionalTextInput } from '../../form-inputs';
import { showMoney } from '../../money';
import { CONTRACTS, EFFORT_LABEL, FEES, OPEN_LICENCES, OWNERSHIP, PUBLICATION } from './terms-choices';
import { supportAnswers, supportFields } from './support';
import {
  choiceInput,
  labelOf,
  messages,
  readStored,
  task,
  wholeNumberInput,
  YES_NO,
  type DraftRow,
} from './task';
import { showCount } from '../../words';

export const TERMS_LABELS = {
  ownership: 'Who owns what is made',
  licenceBack: 'Does the other side get a licence to use it?',
  publication: 'May the experts publish?',
  reviewDays: 'Days of sight before they publish',
  openLicence: 'Licence of what is published',
  acknowledgement: 'How to acknowledge the funder',
  dataDeposit: 'Where data is deposited',
  contract: 'Contract',
  fee: 'Payment',
  feeAmount: 'Fee, without VAT',
  effort: EFFORT_LABEL,
  awardsAvailable: 'Number of awards',
  signOff: 'Signature of the organisation',
} as const;

export const termsFields = {
  ownership: choiceInput(OWNERSHIP),
  licenceBack: choiceInput(YES_NO),
  publication: choiceInput(PUBLICATION),
  reviewDays: wholeNumberInput(1, 90, TERMS_LABELS.reviewDays),
  openLicence: choiceInput(OPEN_LICENCES),
  acknowledgement: optionalTextInput(400, TERMS_LABELS.acknowledgement),
  dataDeposit: optionalTextInput(400, TERMS_LABELS.dataDeposit),
  contract: choiceInput(CONTRACTS),
  fee: choiceInput(FEES),
  feeAmount: optionalMoneyInput(),
  effort: optionalTextInput(100, TERMS_LABELS.effort),
  ...supportFields,
};

export const SIGN_OFF_CHOICES = [
  { value: 'needed', label: 'Somebody who answers for the organisation signs each bid' },
] as const;

const fields = {
  ...termsFields,
  awardsAvailable: wholeNumberInput(1, 100, TERMS_LABELS.awardsAvailable),
  signOff: choiceInput(SIGN_OFF_CHOICES),
};

export const terms = task({
  slug: 'terms',
  title: 'Terms',
  fields,
  valuesOf: (row: DraftRow) => ({
    ...readStored(termsFields, row.contractTerms),
    awardsAvailable: row.awardsAvailable,
    signOff: row.signOffRequired ? 'needed' : undefined,
  }),
  missing: (values, row) =>
    messages({
      ownership: !values.ownership && 'Choose who owns what is made',
      licenceBack: !values.licenceBack && 'Say whether the other side gets a licence',
      publication: !values.publication && 'Say whether the experts may publish',
      reviewDays:
        values.publication === 'afterReview' && values.reviewDays === undefined && 'Enter the days of sight',
      openLicence: !values.openLicence && 'Choose a licence',
      contract: !values.contract && 'Choose a contract',
      fee: !values.fee && 'Say how the work is paid',
      feeAmount: values.fee === 'fixed' && values.feeAmount === undefined && 'Enter the fee',
      effort: values.effort === '' && 'Say how much work you expect',
      awardsAvailable:
        values.awardsAvailable === undefined
          ? 'Enter how many awards there are'
          : row.lots.length > 0
            ? values.awardsAvailable !== row.awardsAvailable &&
              `The lots have ${showCount(row.awardsAvailable ?? 0, 'award')} between them`
            : !row.route.severalAwards &&
              values.awardsAvailable > 1 &&
              `A ${row.route.name.toLowerCase()} has one award`,
    }),
  answers: (row) => {
    const values = readStored(termsFields, row.contractTerms);
    return [
      { label: TERMS_LABELS.ownership, value: labelOf(OWNERSHIP, values.ownership) },
      { label: TERMS_LABELS.licenceBack, value: labelOf(YES_NO, values.licenceBack) },
      { label: TERMS_LABELS.publication, value: showPublication(row.contractTerms) },
      { label: TERMS_LABELS.openLicence, value: labelOf(OPEN_LICENCES, values.openLicence) },
      { label: TERMS_LABELS.acknowledgement, value: values.acknowledgement },
      { label: TERMS_LABELS.dataDeposit, value: values.dataDeposit },
      { label: TERMS_LABELS.contract, value: labelOf(CONTRACTS, values.contract) },
      { label: TERMS_LABELS.fee, value: showFee(row.contractTerms) },
      { label: TERMS_LABELS.effort, value: values.effort },
      ...supportAnswers(values),
      { label: TERMS_LABELS.awardsAvailable, value: String(row.awardsAvailable) },
      ...(row.signOffRequired ? [{ label: TERMS_LABELS.signOff, value: SIGN_OFF_WORDS }] : []),
    ];
  },
});

export const SIGN_OFF_WORDS =
  'Before a bid is submitted, somebody of the organisation who is not in the bid reads and signs it';

/** `Yes, after 28 days’ sight`. */
export function showPublication(contractTerms: unknown): string {
  const { publication, reviewDays } = readStored(termsFields, contractTerms);
  return publication === 'afterReview' && reviewDays !== undefined
    ? `Yes, after ${reviewDays === 1 ? '1 day’s' : `${reviewDays} days’`} sight`
    : labelOf(PUBLICATION, publication);
}

export function showFee(contractTerms: unknown): string {
  const { fee, feeAmount } = readStored(termsFields, contractTerms);
  return fee === 'fixed' && feeAmount !== undefined ? `A fee of ${showMoney(feeAmount)}` : labelOf(FEES, fee);
}
