import { exchangeApi } from './exchange-api.ts';
import { serve } from './rpc.ts';

serve(self, exchangeApi);
