import { expect, test } from 'vitest';
import { MessageCounter } from '../bench/counting-proxy';

const message = (type: string, body: string) => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + body.length);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
};

test('executions are counted wherever the packets are cut', () => {
  const stream = Buffer.concat([
    message('', '\0\x03\0\0user'),
    message('P', 'select 1'),
    message('B', 'Q'),
    message('E', ''),
    message('S', ''),
    message('Q', 'begin'),
    message('X', ''),
  ]);
  for (const size of [1, 3, 7, stream.length]) {
    const counter = new MessageCounter();
    for (let at = 0; at < stream.length; at += size) counter.read(stream.subarray(at, at + size));
    expect(counter.count).toBe(2);
  }
});
