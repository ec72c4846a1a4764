import { findingsApi } from './findings-api.ts';
import { serve } from './rpc.ts';

serve(self, findingsApi);
