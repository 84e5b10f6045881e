export default function HomePage() {
  return <div className="container-page py-16">路飞学城</div>;
}
