import { describe, expect, it } from 'vitest';
import { phoneIn, readGrantList } from './grant-list';

const texts = (list: string) => readGrantList(list).map(({ text }) => text);

describe('a list of accounts', () => {
  it.each([
    ['one name a line', 'zoro\nnami\n', ['zoro', 'nami']],
    ['Windows and old Macs', 'zoro\r\nnami\rusopp', ['zoro', 'nami', 'usopp']],
    ['a byte order mark and a header', '\ufeffusername\r\nzoro\r\n', ['zoro']],
    ['a Chinese header', '手机号\n13800000000', ['13800000000']],
    ['the first column of a CSV', '用户名,备注\nzoro,"三刀流, 剑士"\n"na""mi",x', ['zoro', 'na"mi']],
    ['a file with tabs or semicolons', 'zoro\t1\nnami;2', ['zoro', 'nami']],
    ['what a spreadsheet guarded', "'13800000000", ['13800000000']],
    ['spaces and empty lines', '  zoro  \n\n   \n,x\nnami', ['zoro', 'nami']],
    ['a header further down, which is a name', 'zoro\nusername', ['zoro', 'username']],
    ['nothing', '\n \n', []],
  ])('%s', (_what, list, expected) => expect(texts(list)).toEqual(expected));

  it('counts lines as an editor does', () => {
    expect(readGrantList('username\n\nzoro\n\nnami')).toEqual([
      { line: 3, text: 'zoro' },
      { line: 5, text: 'nami' },
    ]);
  });
});

it.each([
  ['13812345678', '13812345678'],
  ['+86 138-1234-5678', '13812345678'],
  ['0086 13812345678', '13812345678'],
  ['8613812345678', '13812345678'],
  ['1381234567', null],
  ['zoro', null],
  ['23812345678', null],
])('the phone in %j is %j', (text, phone) => expect(phoneIn(text)).toBe(phone));
