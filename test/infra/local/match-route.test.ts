import { expect, it } from 'vitest';
import { matchRoute } from '../../../infra/local/gateway/match-route.ts';

const route = (routeKey: string) => {
  const [method = '', path = ''] = routeKey.split(' ');
  return { routeKey, method, segments: path.split('/').slice(1), functionName: 'f', authorization: null };
};
const routes = ['GET /a/{x}', 'GET /a/b', 'GET /{y}/b', 'POST /a/{x}', 'GET /a/{x}/c', 'GET /a/b/{z}'].map(
  route,
);

it.each([
  ['GET', '/a/b', 'GET /a/b', {}],
  ['GET', '/a/other', 'GET /a/{x}', { x: 'other' }],
  ['GET', '/q/b', 'GET /{y}/b', { y: 'q' }],
  ['POST', '/a/b', 'POST /a/{x}', { x: 'b' }],
  ['GET', '/a/b/c', 'GET /a/b/{z}', { z: 'c' }],
  ['GET', '/a/%E6%B0%B4%2F1', 'GET /a/{x}', { x: '水/1' }],
])('%s %s goes to the most specific route', (method, path, routeKey, pathParameters) => {
  expect(matchRoute(routes, { method, path })).toMatchObject({
    ok: true,
    value: { route: { routeKey }, pathParameters },
  });
});

it.each([
  ['GET', '/a', 'NOT_FOUND'],
  ['GET', '/a/', 'NOT_FOUND'],
  ['GET', '/A/b/c/d', 'NOT_FOUND'],
  ['HEAD', '/a/b', 'NOT_FOUND'],
  ['GET', '/a/%', 'BAD_ENCODING'],
])('%s %s has none', (method, path, code) => {
  expect(matchRoute(routes, { method, path })).toEqual({ ok: false, error: { code } });
});
