import type { Position } from 'geojson';
import type { MapShape } from './map-feature.ts';

/** A shape as well-known text (OGC 06-103r4), longitude first; what spreadsheets and databases exchange. */
export function writeWkt(shape: MapShape): string {
  switch (shape.type) {
    case 'Point':
      return `POINT (${pair(shape.coordinates)})`;
    case 'MultiPoint':
      return `MULTIPOINT (${shape.coordinates.map((one) => `(${pair(one)})`).join(', ')})`;
    case 'LineString':
      return `LINESTRING ${line(shape.coordinates)}`;
    case 'MultiLineString':
      return `MULTILINESTRING (${shape.coordinates.map(line).join(', ')})`;
    case 'Polygon':
      return `POLYGON (${shape.coordinates.map(line).join(', ')})`;
    case 'MultiPolygon':
      return `MULTIPOLYGON (${shape.coordinates.map((rings) => `(${rings.map(line).join(', ')})`).join(', ')})`;
  }
}

function line(points: readonly Position[]): string {
  return `(${points.map(pair).join(', ')})`;
}

function pair([lon, lat]: Position): string {
  return `${lon} ${lat}`;
}

/** The shapes that well-known text says, those of a collection one by one; `null` when one of them is none. */
export function readWktShapes(text: string): MapShape[] | null {
  const collection = /^\s*(?:SRID=4326;)?GEOMETRYCOLLECTION\s*\((.*)\)\s*$/is.exec(text);
  if (collection === null) {
    const shape = readWkt(text);
    return shape === null ? null : [shape];
  }
  // Only before a letter does a comma part shapes: elsewhere it parts points.
  const shapes = (collection[1] ?? '').split(/,(?=\s*[A-Z])/i).map(readWkt);
  return shapes.every((shape) => shape !== null) ? shapes : null;
}

/** The shape that well-known text says; `null` when it is none that is known here. */
export function readWkt(text: string): MapShape | null {
  const [, type = '', body = ''] =
    /^\s*(?:SRID=4326;)?(MULTI(?:POINT|LINESTRING|POLYGON)|POINT|LINESTRING|POLYGON)\s*(\(.*\))\s*$/is.exec(
      text,
    ) ?? [];
  if (type === '' || /[^\d\s.,()eE+-]/.test(body)) return null;
  // Written as JSON's lists it is one: pairs become lists, brackets stay what they are.
  const pairs = body.replace(
    /(-?[\d.]+(?:e[+-]?\d+)?)\s+(-?[\d.]+(?:e[+-]?\d+)?)(?:\s+-?[\d.]+)*/gi,
    '[$1,$2]',
  );
  const nested = parse(pairs.replace(/\(/g, '[').replace(/\)/g, ']'));
  if (nested === null) return null;
  return toShape(type.toUpperCase(), nested);
}

function parse(json: string): unknown[] | null {
  try {
    return JSON.parse(json) as unknown[];
  } catch {
    return null;
  }
}

function toShape(type: string, nested: unknown[]): MapShape | null {
  const [first] = nested;
  // Points of a MULTIPOINT may stand in brackets of their own.
  const points = nested.map((one) => (Array.isArray(one) && Array.isArray(one[0]) ? one[0] : one));
  switch (type) {
    case 'POINT':
      return isPosition(first) ? { type: 'Point', coordinates: first } : null;
    case 'MULTIPOINT':
      return points.every(isPosition) ? { type: 'MultiPoint', coordinates: points } : null;
    case 'LINESTRING':
      return isLine(nested) ? { type: 'LineString', coordinates: nested } : null;
    case 'MULTILINESTRING':
      return nested.every(isLine) ? { type: 'MultiLineString', coordinates: nested } : null;
    case 'POLYGON':
      return nested.every(isLine) ? { type: 'Polygon', coordinates: nested } : null;
    default:
      return nested.every((rings) => Array.isArray(rings) && rings.every(isLine))
        ? { type: 'MultiPolygon', coordinates: nested as Position[][][] }
        : null;
  }
}

function isLine(value: unknown): value is Position[] {
  return Array.isArray(value) && value.length > 0 && value.every(isPosition);
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && value.every((part) => typeof part === 'number');
}
