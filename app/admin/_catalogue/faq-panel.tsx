import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { listFaqs } from '@/lib/data/admin/catalogue-product';
import { TEXT_LIMITS } from '@/lib/domain/catalogue-form';
import { addFaq, changeFaq } from './actions';
import { EditForm, FormField } from './edit-form';
import { EntryList } from './entry-list';

/** 常见问题 of a course or a degree. */
export async function FaqPanel({ productId }: { productId: number }) {
  const faqs = await listFaqs(productId);
  return (
    <EntryList
      title="常见问题"
      list="faq"
      parent={productId}
      empty="还没有问答。"
      consequence="网站上的页面不再显示这个问题。"
      entries={faqs.map(({ id, version, question, answer }) => ({
        id,
        title: question,
        content: (
          <EditForm
            action={changeFaq}
            fields={{ productId, id, version }}
            submit="保存"
            variant="secondary"
            summary={question}
          >
            <FaqFields question={question} answer={answer} />
          </EditForm>
        ),
      }))}
    >
      <EditForm action={addFaq} fields={{ productId }} submit="添加问答" variant="secondary">
        <FaqFields question="" answer="" />
      </EditForm>
    </EntryList>
  );
}

function FaqFields({ question, answer }: { question: string; answer: string }) {
  return (
    <>
      <FormField name="question" label="问题">
        <Input defaultValue={question} maxLength={TEXT_LIMITS.line} required />
      </FormField>
      <FormField name="answer" label="回答">
        <Textarea defaultValue={answer} rows={3} required />
      </FormField>
    </>
  );
}
