import { createLayersApi } from './layers-api.ts';
import { serve } from './rpc.ts';

serve(self, createLayersApi());
