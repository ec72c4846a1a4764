import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { LayerProblem } from '#core/layers/layer-problem.ts';
import type { LayerForm } from '#core/layers/map-layer.ts';
import { usePreferences } from '#state/preferences.ts';
import { useSizeWords } from '#ui/use-size-words.ts';

const forms: Readonly<Record<LayerForm, string>> = {
  geojson: 'GeoJSON',
  kml: 'KML',
  gpx: 'GPX',
  pmtiles: 'PMTiles',
  mbtiles: 'MBTiles',
};

const others: Readonly<Record<string, string>> = {
  shapefile: 'Shapefile',
  geotiff: 'GeoTIFF',
  geopackage: 'GeoPackage',
  gzip: 'gzip',
  topojson: 'TopoJSON',
};

/** Words for layers and for why a file is none. */
export function useLayerWords() {
  const { t } = useLingui();
  const language = usePreferences((state) => state.language);
  const number = (value: string | number | undefined) =>
    typeof value === 'number' ? value.toLocaleString(language) : (value ?? '');
  const sizeWords = useSizeWords();
  const size = (bytes: string | number | undefined) => sizeWords(Number(bytes));

  function problem({ code, detail }: LayerProblem): string {
    switch (code) {
      case 'unreadable':
        return t`The file can’t be read: it was moved, removed or changed, or this account may not open it.`;
      case 'empty':
        return t`The file is empty.`;
      case 'too-large': {
        const limit = size(detail.limit);
        return t`It has ${size(detail.sizeBytes)}; files of shapes may have up to ${limit}. Cut it to the area you need, or turn it into PMTiles, which may be of any size.`;
      }
      case 'unknown-form':
        return unknownForm(String(detail.form ?? ''));
      case 'damaged':
        return damaged(detail);
      case 'doctype':
        return t`It has a document type (DOCTYPE), which can make a small file grow without end. Save it again without one.`;
      case 'other-projection':
        return otherProjection(detail);
      case 'too-many-points':
        return t`It has more than ${number(detail.limit)} points, more than the map draws smoothly. Simplify it or cut it to the area you need.`;
      case 'no-shapes': {
        const skipped = Number(detail.skipped ?? 0);
        return skipped === 0
          ? t`There is no point, line or area in it.`
          : plural(skipped, {
              one: 'None of it can be drawn: # part has no place on the earth that can be read.',
              other: 'None of it can be drawn: # parts have no place on the earth that can be read.',
            });
      }
      case 'no-tiles':
        return t`It is a database, but has no table of map tiles, as MBTiles has.`;
      case 'no-index':
        return t`Its tiles have no index, and with ${size(detail.sizeBytes)} it is too large to be looked through for each of them: that is done up to ${size(detail.limit)}. Write it again with an index, as QGIS and tippecanoe do.`;
      case 'tile-kind':
        return t`Its tiles are of a kind that can’t be drawn (${String(detail.kind)}). Vector tiles, PNG, JPEG, WebP and AVIF can.`;
    }
  }

  function unknownForm(form: string): string {
    const name = others[form];
    return name === undefined
      ? t`It is neither GeoJSON, KML, KMZ, GPX, PMTiles nor MBTiles.`
      : t`It is a ${name}. Turn it into GeoJSON or PMTiles first, for example with QGIS.`;
  }

  function damaged({ form = '', line = 0, problem: reason = '' }: LayerProblem['detail']): string {
    if (line === 0) return t`The ${form} file is damaged or cut short (${reason}).`;
    return t`The ${form} file is damaged at line ${line}: ${reason}`;
  }

  function otherProjection({ crs, lon, lat }: LayerProblem['detail']): string {
    return crs === undefined
      ? t`It has a point at ${number(lon)}, ${number(lat)}, which is not in degrees. Save it again in WGS 84 (EPSG:4326).`
      : t`It is in the projection “${crs}”. Only WGS 84 in degrees is drawn: save it again as EPSG:4326.`;
  }

  return { form: (form: LayerForm) => forms[form], size, problem };
}
