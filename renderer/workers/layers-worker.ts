import { layersApi } from './layers-api.ts';
import { serve } from './rpc.ts';

serve(self, layersApi);
