import { showMoney } from '~/domain/money';
import { dayValues, type Values } from '~/components/form';

const MONEY = /^(budgetMinimum|budgetMaximum|feeAmount|lotBudget\d+)$/;

/** Answers as their fields hold them: days in three boxes, money in words. */
export const formValues = (values: Record<string, unknown>): Values =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      if (value instanceof Date) return [field, dayValues(value)];
      if (typeof value === 'number') return [field, MONEY.test(field) ? showMoney(value) : String(value)];
      return [field, value === true ? 'on' : (value ?? '')];
    }),
  );
