import { describe, expect, it } from 'vitest';
import { centrePath, readCentrePage, readWalletQuery, walletPath } from './wallet-query';

describe('the address of 我的优惠券', () => {
  it.each([
    [{}, '/account/coupons'],
    [{ tab: 'used', page: '3' }, '/account/coupons?tab=used&page=3'],
    [{ tab: 'nonsense', page: '-1' }, '/account/coupons'],
    [{ tab: ['used'], page: '1.5' }, '/account/coupons'],
  ])('%j is %s', (search, path) => expect(walletPath(readWalletQuery(search))).toBe(path));
});

describe('the address of 领券中心', () => {
  it.each([
    [{}, '/coupons'],
    [{ page: '2' }, '/coupons?page=2'],
    [{ page: 'x' }, '/coupons'],
  ])('%j is %s', (search, path) => expect(centrePath(readCentrePage(search))).toBe(path));
});
