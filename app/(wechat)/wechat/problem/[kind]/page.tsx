import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type ScanProblem as Problem, SCAN_PROBLEMS } from '@/lib/domain/wechat-ticket';
import { ScanProblem, scanProblemTitle } from '../../../_components/scan-problem';

type Props = PageProps<'/wechat/problem/[kind]'>;

const problemOf = (kind: string): Problem | undefined => SCAN_PROBLEMS.find((problem) => problem === kind);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const problem = problemOf((await params).kind);
  return { title: problem ? scanProblemTitle(problem) : '没有找到' };
}

export const generateStaticParams = () => SCAN_PROBLEMS.map((kind) => ({ kind }));

export default async function ProblemPage({ params }: Props) {
  const problem = problemOf((await params).kind);
  if (!problem) notFound();
  return <ScanProblem problem={problem} />;
}
