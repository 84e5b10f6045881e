import Link from 'next/link';
import { EditForm, FormField } from '@/app/admin/_catalogue/edit-form';
import { EntryList } from '@/app/admin/_catalogue/entry-list';
import { Select } from '@/components/ui/select';
import type { CategoryForm } from '@/lib/data/admin/catalogue-school';
import { courseSearchPath } from '@/lib/domain/admin/catalogue-search';
import { addSubCategory, changeSubCategory } from '../actions';
import { CategoryFields } from './category-fields';

interface SubCategoriesProps {
  category: CategoryForm;
  /** Where a sub-category can be moved to. */
  categories: readonly { readonly id: number; readonly name: string }[];
}

/** The sub-categories of one category, in the order the site shows them. */
export function SubCategories({ category, categories }: SubCategoriesProps) {
  return (
    <EntryList
      title={category.name}
      list="sub-category"
      parent={category.id}
      empty="还没有子分类。"
      consequence="只能删除没有课程的子分类。"
      entries={category.subCategories.map((sub) => ({
        id: sub.id,
        title: sub.name,
        content: (
          <EditForm
            action={changeSubCategory}
            fields={{ id: sub.id, version: sub.version }}
            submit="保存"
            variant="secondary"
            summary={
              <>
                {sub.name} <span className="text-muted-foreground text-xs">{sub.courseCount} 门课程</span>
              </>
            }
          >
            <CategoryFields name={sub.name} slug={sub.slug} />
            <FormField name="categoryId" label="上级分类">
              <Select defaultValue={sub.categoryId} required>
                {categories.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </FormField>
            {sub.courseCount > 0 && (
              <Link
                href={courseSearchPath({ sub: sub.id })}
                prefetch={false}
                className="justify-self-start text-link hover:underline"
              >
                查看这个子分类的课程
              </Link>
            )}
          </EditForm>
        ),
      }))}
    >
      <EditForm
        action={addSubCategory}
        fields={{ categoryId: category.id }}
        submit="添加子分类"
        variant="secondary"
        summary="添加子分类"
      >
        <CategoryFields name="" slug="" />
      </EditForm>
    </EntryList>
  );
}
