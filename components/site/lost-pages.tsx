'use client';

import dynamic from 'next/dynamic';

/*
 * Next sends the 404 and the 403 page along with every page below them, in case it turns out to be one. So what is sent
 * is a reference; the page itself is fetched when it is needed.
 */
export const NotFoundPage = dynamic(() => import('./not-found-page').then((module) => module.NotFoundPage));
export const ForbiddenPage = dynamic(() => import('./forbidden-page').then((module) => module.ForbiddenPage));
/** Where a layout stands around it. */
export const NotFoundInLayout = dynamic(() => import('./not-found-notice').then((module) => module.NotFoundNotice));
