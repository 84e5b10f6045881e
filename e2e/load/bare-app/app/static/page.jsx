export default function Page() {
  return <h1>bare</h1>;
}
