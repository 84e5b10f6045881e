import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface AuthPanelProps {
  title: string;
  /** The question that leads to the other form, its link, and where that one is. */
  other: { question: string; label: string; href: '/sign-in' | '/register' | '/forgot-password' };
  /** Where both forms lead to in the end. */
  callbackUrl: Route;
  children: ReactNode;
}

export function AuthPanel({ title, other, callbackUrl, children }: AuthPanelProps) {
  const query = callbackUrl === '/' ? {} : { callbackUrl };
  return (
    <>
      <h1 className="font-bold text-3xl">{title}</h1>
      <p className="mt-2 mb-8 text-muted-foreground">
        {other.question}
        <Link
          href={{ pathname: other.href, query }}
          className="inline-flex min-h-11 items-center px-1 font-medium text-link underline underline-offset-4"
        >
          {other.label}
        </Link>
      </p>
      {children}
    </>
  );
}
