import 'server-only';
import { cache } from 'react';
import { getViewer, type Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/context';
import { findCourseHome } from './course-home';
import { findLesson } from './lesson';
import { findLessonVideo, findMaterials } from './lesson-files';
import { findMyLearning } from './my-learning';

const viewerId = async (): Promise<number | null> => (await getViewer())?.id ?? null;

export const getMyLearning = (viewer: Pick<Viewer, 'id'>) => findMyLearning(database(), viewer.id, new Date());

/** Once a request: the page and its title ask for the same. */
export const getCourseHome = cache(async (slug: string) =>
  findCourseHome(database(), slug, await viewerId(), new Date()),
);

export const getLesson = cache(async (slug: string, chapter: number, link: string) =>
  findLesson(database(), { slug, chapter, link }, await viewerId(), new Date()),
);

export const getLessonVideo = async (sectionId: number) =>
  findLessonVideo(database(), sectionId, await viewerId(), new Date());

export const getMaterials = async (slug: string) => findMaterials(database(), slug, await viewerId(), new Date());
