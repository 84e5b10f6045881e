import type { Metadata } from 'next';
import { EditForm } from '@/app/admin/_catalogue/edit-form';
import { EntryList } from '@/app/admin/_catalogue/entry-list';
import { AdminHeader } from '@/components/admin/admin-header';
import { requireAdmin } from '@/lib/auth/guards';
import { type CategoryForm, listCategories } from '@/lib/data/admin/catalogue-school';
import { CategoryFields } from './_components/category-fields';
import { SubCategories } from './_components/sub-categories';
import { addCategory, changeCategory } from './actions';

export const metadata: Metadata = { title: '分类' };

export default async function CategoriesPage() {
  await requireAdmin();
  const categories = await listCategories();
  const choices = categories.map(({ id, name }) => ({ id, name }));
  return (
    <>
      <AdminHeader title="分类" description="网站按这里的先后显示。点一行可以修改它。" />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Categories categories={categories} />
        <div className="grid gap-4">
          {categories.map((category) => (
            <SubCategories key={category.id} category={category} categories={choices} />
          ))}
        </div>
      </div>
    </>
  );
}

function Categories({ categories }: { categories: readonly CategoryForm[] }) {
  return (
    <EntryList
      title="一级分类"
      list="category"
      parent={null}
      empty="还没有分类。"
      consequence="只能删除没有子分类的分类。"
      entries={categories.map(({ id, version, name, slug, subCategories }) => ({
        id,
        title: name,
        content: (
          <EditForm
            action={changeCategory}
            fields={{ id, version }}
            submit="保存"
            variant="secondary"
            summary={
              <>
                {name} <span className="text-muted-foreground text-xs">{subCategories.length} 个子分类</span>
              </>
            }
          >
            <CategoryFields name={name} slug={slug} />
          </EditForm>
        ),
      }))}
    >
      <EditForm action={addCategory} submit="添加分类" variant="secondary" summary="添加分类">
        <CategoryFields name="" slug="" />
      </EditForm>
    </EntryList>
  );
}
