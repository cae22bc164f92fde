import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { takeComplaints, takeStrayRequests } from '../support/strictness';

it('refuses a connection that leaves this machine before a byte is sent', () => {
  expect(() => connect(80, '192.0.2.1')).toThrow('A test tried to reach 192.0.2.1.');
  expect(takeStrayRequests()).toEqual(['192.0.2.1']);
});

it('hears what is said to console.error', () => {
  console.error('something', 'wrong');
  expect(takeComplaints()).toEqual(['something wrong']);
});
