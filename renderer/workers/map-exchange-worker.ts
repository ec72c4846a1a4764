import { mapExchangeApi } from './map-exchange-api.ts';
import { serve } from './rpc.ts';

serve(self, mapExchangeApi);
