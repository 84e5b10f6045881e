'use client';

import PageError from './error';
import './globals.css';

/** The root layout itself failed: this page brings its own. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body className="min-h-dvh">
        <title>出了点问题 · 路飞学城</title>
        <main>
          <PageError {...props} />
        </main>
      </body>
    </html>
  );
}
